using MassTransit;
using Portal.Compliance.Storage;
using Portal.Contracts.Policies;

namespace Portal.Compliance.Integration.KeepPolicies;

/// <summary>
/// Keeps the corrected terms of a policy, and when it was corrected: what changed may be a limit, which the
/// certificates' events don't carry.
/// </summary>
internal sealed class PolicyChangedConsumer(PolicyTable policies) : IConsumer<PolicyChanged>
{
    public async Task Consume(ConsumeContext<PolicyChanged> context)
    {
        var message = context.Message;
        await policies.KeepAsync(message.AgencyId, message.AccountId, [message.Policy], context.CancellationToken);
        await policies.CorrectAsync(
            message.Policy.PolicyId, message.Policy.Version, message.OccurredAt, context.CancellationToken);
    }
}
