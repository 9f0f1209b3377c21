@echo off
rem For a double click: sets up pbeditor and opens it on the sample.
py "%~dp0start.py" %* || pause
