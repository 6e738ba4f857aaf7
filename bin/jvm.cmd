@echo off
rem What runserver.cmd, runbroker.cmd and tools.cmd share: finds Java and the jars. Sets BASE_DIR, JAVA and CLASS_PATH.

if not exist "%JAVA_HOME%\bin\java.exe" echo Please set the JAVA_HOME variable in your environment, We need java(x64)! & EXIT /B 1
set "JAVA=%JAVA_HOME%\bin\java.exe"

for %%I in ("%~dp0..") do set "BASE_DIR=%%~fI\"
if not defined ROCKETMQ_HOME set "ROCKETMQ_HOME=%BASE_DIR%"
set "LIB_DIR=%BASE_DIR%lib"
rem A checkout without lib uses the jars of its last build.
if not exist "%LIB_DIR%" for /d %%D in ("%BASE_DIR%distribution\target\rocketmq-*") do for /d %%E in ("%%D\rocketmq-*") do if exist "%%E\lib" set "LIB_DIR=%%E\lib"
set "CLASS_PATH=%LIB_DIR%\*;%BASE_DIR%conf;.;%CLASSPATH%"

rem JDK 24 and later warn about what Netty and the mapped files need.
set "NATIVE_OPT="
findstr /r /c:"^JAVA_VERSION=.2[4-9]" /c:"^JAVA_VERSION=.[3-9][0-9]" "%JAVA_HOME%\release" >nul 2>&1 && set "NATIVE_OPT=--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow"
EXIT /B 0
