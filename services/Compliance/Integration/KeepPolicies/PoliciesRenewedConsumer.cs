using MassTransit;
using Portal.Compliance.Storage;
using Portal.Contracts.Policies;

namespace Portal.Compliance.Integration.KeepPolicies;

/// <summary>Keeps the terms of a client's policies as they stand after a renewal.</summary>
internal sealed class PoliciesRenewedConsumer(PolicyTable policies) : IConsumer<PoliciesRenewed>
{
    public Task Consume(ConsumeContext<PoliciesRenewed> context) => policies.KeepAsync(
        context.Message.AgencyId, context.Message.AccountId, context.Message.Policies, context.CancellationToken);
}
