using Portal.ServiceDefaults.Results;

namespace Portal.ServiceDefaults.Bus;

internal sealed record BrokerAway() : Unavailable(
    "broker-away", "The message broker does not answer; what was not moved lies where it lay. Try again when it does.");
