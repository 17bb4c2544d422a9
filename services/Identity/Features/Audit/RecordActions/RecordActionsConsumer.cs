using MassTransit;
using Portal.Contracts.Identity;
using Portal.Identity.Domain.Audit;
using Portal.Identity.Storage;
using Portal.Persistence.Inbox;

namespace Portal.Identity.Features.Audit.RecordActions;

/// <summary>
/// Enters into the audit trail what was done in the other services, each act once. Many at a time: appending holds the
/// agency's trail until the commit, and who signs in meanwhile would wait for each.
/// </summary>
internal sealed class RecordActionsConsumer(IdentityDb db) : IConsumer<Batch<ActionRecorded>>
{
    private const string Name = "record-actions";

    public async Task Consume(ConsumeContext<Batch<ActionRecorded>> context)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(context.CancellationToken);
        foreach (var action in InOneOrder(context.Message))
        {
            if (await db.TryRegisterAsync(Name, action.ActionId.ToString(), context.CancellationToken))
            {
                db.Record(FactOf(action));
            }
        }

        await db.SaveChangesAsync(context.CancellationToken);
        await transaction.CommitAsync(context.CancellationToken);
    }

    // Ids of acts begin with their time. In one order for all replicas, so that two who were brought the same acts
    // never wait for each other.
    private static IEnumerable<ActionRecorded> InOneOrder(IEnumerable<ConsumeContext<ActionRecorded>> batch) =>
        batch.Select(one => one.Message).OrderBy(one => one.ActionId);

    private static AuditFact FactOf(ActionRecorded action) => new()
    {
        AgencyId = action.AgencyId,
        AccountId = action.AccountId,
        ActorId = action.ActorId,
        ActorName = action.ActorName,
        ActorRole = action.ActorRole,
        OnBehalfOf = action.OnBehalfOf,
        DelegationId = action.DelegationId,
        SessionId = action.SessionId,
        Action = action.Action,
        Target = action.Target,
        Outcome = AuditOutcome.Done,
        From = action.From,
        At = action.OccurredAt,
    };
}
