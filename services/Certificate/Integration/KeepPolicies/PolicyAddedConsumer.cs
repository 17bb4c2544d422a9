using MassTransit;
using Portal.Certificates.Storage;
using Portal.Contracts.Policies;

namespace Portal.Certificates.Integration.KeepPolicies;

/// <summary>Keeps the copies of policies that lists and exports show.</summary>
internal sealed class PolicyAddedConsumer(PolicyTable policies) : IConsumer<PolicyAdded>
{
    public Task Consume(ConsumeContext<PolicyAdded> context) => policies.KeepAsync(
        context.Message.AgencyId, context.Message.AccountId, [context.Message.Policy], context.CancellationToken);
}
