"""Item models: what trees and tables show."""
