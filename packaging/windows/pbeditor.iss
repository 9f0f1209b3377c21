; Inno Setup 6.3 or later: installs the one-folder program for one user, without administrator rights.
;   python packaging/build.py folder
;   iscc /DVersion=0.1.0 packaging\windows\pbeditor.iss
#ifndef Version
  #error Give the version: iscc /DVersion=0.1.0
#endif
; Newer compilers bring the Chinese of their pages; for older ones, the translation that Inno Setup's site lists as
; unofficial goes beside this file.
#if FileExists(AddBackslash(CompilerPath) + "Languages\ChineseSimplified.isl")
  #define Chinese "compiler:Languages\ChineseSimplified.isl"
#elif FileExists(AddBackslash(SourcePath) + "ChineseSimplified.isl")
  #define Chinese "ChineseSimplified.isl"
#endif

[Setup]
AppId={{7B6E0C52-6E5B-4C0E-9D0B-3C1C5B9D7A41}
AppName=部门预算绩效信息编辑器
AppVersion={#Version}
AppVerName=部门预算绩效信息编辑器 {#Version}
AppPublisher=pbeditor
VersionInfoVersion={#Version}
VersionInfoDescription=部门预算绩效信息编辑器安装程序
VersionInfoProductName=部门预算绩效信息编辑器
DefaultDirName={autopf}\pbeditor
DefaultGroupName=部门预算绩效信息编辑器
DisableProgramGroupPage=yes
PrivilegesRequired=lowest
; Nobody is asked; whoever installs for all users of a machine calls it with /ALLUSERS.
PrivilegesRequiredOverridesAllowed=commandline
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
MinVersion=10.0.17763
ChangesAssociations=yes
; Windows would end the program without asking about unsaved work; below, the user is asked to close it.
CloseApplications=no
SetupMutex=pbeditor-setup
WizardStyle=modern
SetupIconFile=..\..\build\pbeditor.ico
UninstallDisplayName=部门预算绩效信息编辑器
UninstallDisplayIcon={app}\pbeditor.exe
OutputDir=..\..\dist
OutputBaseFilename=pbeditor-{#Version}-windows-x64-setup
Compression=lzma2/max
SolidCompression=yes

[Languages]
#ifdef Chinese
Name: "chinese"; MessagesFile: "{#Chinese}"
#else
Name: "english"; MessagesFile: "compiler:Default.isl"
#endif

[Messages]
CannotContinue=然后点“上一步”，再安装；也可以点“取消”，以后再装。
ConfirmUninstall=要卸载“%1”吗？%n%n您的文件、设置和指标库都会留下。

[Tasks]
Name: "desktopicon"; Description: "在桌面上放一个图标"; Flags: unchecked

[InstallDelete]
; An update replaces the program; settings, library and recovery copies lie in the user's own folder.
Type: filesandordirs; Name: "{app}\_internal"

[Files]
Source: "..\..\dist\pbeditor\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{autoprograms}\部门预算绩效信息编辑器"; Filename: "{app}\pbeditor.exe"
Name: "{autodesktop}\部门预算绩效信息编辑器"; Filename: "{app}\pbeditor.exe"; Tasks: desktopicon

[Registry]
Root: HKA; Subkey: "Software\Classes\.pbproj"; ValueType: string; ValueData: "pbeditor.project"; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\.pbproj\OpenWithProgids"; ValueType: string; ValueName: "pbeditor.project"; ValueData: ""; Flags: uninsdeletevalue uninsdeletekeyifempty
Root: HKA; Subkey: "Software\Classes\pbeditor.project"; ValueType: string; ValueData: "部门预算绩效信息"; Flags: uninsdeletekey
Root: HKA; Subkey: "Software\Classes\pbeditor.project\DefaultIcon"; ValueType: string; ValueData: "{app}\pbeditor.exe,0"
Root: HKA; Subkey: "Software\Classes\pbeditor.project\shell\open\command"; ValueType: string; ValueData: """{app}\pbeditor.exe"" ""%1"""

[Run]
Filename: "{app}\pbeditor.exe"; Description: "现在打开"; Flags: nowait postinstall skipifsilent

[Code]
const
  READ_AND_WRITE = 2;

// Windows lets nobody write to a program that runs.
function Runs(Name: String): Boolean;
var
  Path: String;
begin
  Path := ExpandConstant('{app}\') + Name;
  Result := FileExists(Path);
  if Result then
    try
      TFileStream.Create(Path, READ_AND_WRITE).Free;
      Result := False;
    except
    end;
end;

function WhyNot: String;
begin
  Result := '';
  if Runs('pbeditor.exe') or Runs('pbeditor-cli.exe') then
    Result := '“部门预算绩效信息编辑器”正在运行，请先保存并关闭它。';
end;

function PrepareToInstall(var NeedsRestart: Boolean): String;
begin
  Result := WhyNot;
end;

function InitializeUninstall: Boolean;
begin
  Result := WhyNot = '';
  if not Result then
    SuppressibleMsgBox(WhyNot, mbError, MB_OK, IDOK);
end;
