#!/bin/sh
# Sends lists of messages: sh batchproducer.sh -n localhost:9876 [-t topic] [-b batch size] ...; -h lists all.
# Runs in the background; end it with: sh shutdown.sh bproducer

sh "$(dirname "$(readlink -f "$0")")/runclass.sh" org.apache.rocketmq.example.benchmark.BatchProducer "$@" &
