@echo off
rem Ends all brokers or all name servers of this machine: mqshutdown.cmd broker | namesrv
if not exist "%JAVA_HOME%\bin\jps.exe" echo Please set the JAVA_HOME variable in your environment, We need java(x64)! & EXIT /B 1

if "%1" == "broker" (
    echo killing broker
    for /f "tokens=1" %%I in ('call "%JAVA_HOME%\bin\jps.exe" -m ^| findstr "BrokerStartup"') do taskkill /F /PID %%I
    echo Done!
) else if "%1" == "namesrv" (
    echo killing name server
    for /f "tokens=1" %%I in ('call "%JAVA_HOME%\bin\jps.exe" -m ^| findstr "NamesrvStartup"') do taskkill /F /PID %%I
    echo Done!
) else (
    echo Unknown role to kill, please specify broker or namesrv
)
