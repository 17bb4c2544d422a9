using MassTransit;
using Portal.Compliance.Storage;
using Portal.Contracts.Policies;

namespace Portal.Compliance.Integration.KeepPolicies;

/// <summary>Keeps the terms of a new policy.</summary>
internal sealed class PolicyAddedConsumer(PolicyTable policies) : IConsumer<PolicyAdded>
{
    public Task Consume(ConsumeContext<PolicyAdded> context) => policies.KeepAsync(
        context.Message.AgencyId, context.Message.AccountId, [context.Message.Policy], context.CancellationToken);
}
