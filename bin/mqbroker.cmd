@echo off
rem Starts a broker in this window: mqbroker.cmd [-c file] [-n name servers] [-p] [-m] [-h]
if not exist "%JAVA_HOME%\bin\java.exe" echo Please set the JAVA_HOME variable in your environment, We need java(x64)! & EXIT /B 1
if not exist "%ROCKETMQ_HOME%\bin\runbroker.cmd" echo Please set the ROCKETMQ_HOME variable in your environment! & EXIT /B 1

call "%ROCKETMQ_HOME%\bin\runbroker.cmd" org.apache.rocketmq.broker.BrokerStartup %*
if %ERRORLEVEL% EQU 0 echo "Broker starts OK"
