using Portal.ServiceDefaults.Results;

namespace Portal.ServiceDefaults.Bus;

internal sealed record BrokerUnavailable() : Unavailable(
    "broker-unavailable",
    "The message broker does not answer; what was not moved lies where it lay. Try again when it does.");
