#!/bin/sh
# Sends messages in transactions: sh tproducer.sh -n localhost:9876 [-t topic] ...; -h lists all.
# Runs in the background; end it with: sh shutdown.sh tproducer

sh "$(dirname "$(readlink -f "$0")")/runclass.sh" org.apache.rocketmq.example.benchmark.TransactionProducer "$@" &
