#!/bin/bash
# As much of the official image's entry point as Testcontainers relies on: RABBITMQ_DEFAULT_USER and RABBITMQ_DEFAULT_PASS make
# the user, the log goes to the output, and the management API is on.
set -euo pipefail
export RABBITMQ_LOGS=- RABBITMQ_NODENAME=rabbit@localhost HOME=/var/lib/rabbitmq
echo '[rabbitmq_management].' > /etc/rabbitmq/enabled_plugins
chown -R rabbitmq: /var/lib/rabbitmq /etc/rabbitmq
exec setpriv --reuid rabbitmq --regid rabbitmq --clear-groups /usr/lib/rabbitmq/bin/rabbitmq-server
