@echo off
rem Starts Ninefold in the browser of this computer. A folder of workbooks may be named.
setlocal
set "NINEFOLD_PROGRAM=node"
if exist "%~dp0node\node.exe" set "NINEFOLD_PROGRAM=%~dp0node\node.exe"
"%NINEFOLD_PROGRAM%" --version >nul 2>&1
if errorlevel 1 (
  echo Ninefold needs Node 24 or newer, and there is none on this computer. Ask for it, or put its folder in here under the name node.
  pause
  exit /b 1
)
"%NINEFOLD_PROGRAM%" "%~dp0app\start.cjs" %*
if errorlevel 1 pause
