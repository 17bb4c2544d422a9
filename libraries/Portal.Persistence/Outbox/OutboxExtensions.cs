using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Portal.Persistence.Tenancy;

namespace Portal.Persistence.Outbox;

/// <summary>
/// The transactional outbox: a message is a row of the transaction that changes the state, and the relay sends it after
/// the commit, at least once, in order for each aggregate.
/// </summary>
public static class OutboxExtensions
{
    /// <summary>Adds the outbox to a context's model; <c>AddPortalDatabase</c> then runs a relay for it.</summary>
    public static ModelBuilder AddOutbox(this ModelBuilder modelBuilder) =>
        modelBuilder.Entity<OutboxMessage>(message =>
        {
            message.ToTable(OutboxTable.Name);
            message.Property(m => m.Id).UseIdentityAlwaysColumn();
            message.Property(m => m.EnqueuedAt).HasDefaultValueSql("now()");
            message.Property(m => m.Failures).HasDefaultValue(0);
            message.HasIndex(m => new { m.Key, m.Id });
            message.IsOwnedByNobody("The relay sends every agency's messages; no route shows one.");
        });

    /// <summary>
    /// Adds an event to the change: it is published, if and when the change commits, to every service that subscribed.
    /// </summary>
    /// <param name="db">Context whose model has the outbox.</param>
    /// <param name="message">A contract of Portal.Contracts.</param>
    /// <param name="aggregateKey">
    /// Messages of one key leave in the order in which they were added, those of different keys side by side. Names
    /// what changed, such as <c>policy:{id}</c>.
    /// </param>
    /// <param name="awaitSubscriber">
    /// Whether the event waits in the outbox while no service has ever subscribed to it, as one must that is told only
    /// once and perhaps before its readers have started for the first time. Others are then dropped by the broker.
    /// </param>
    /// <exception cref="ArgumentException">The message is no contract.</exception>
    public static void Enqueue<T>(this DbContext db, T message, string aggregateKey, bool awaitSubscriber = false)
        where T : class => db.Add(message, awaitSubscriber ? OutboxMessage.AnySubscriber : null, aggregateKey);

    /// <summary>Adds an order to the change: it is sent, if and when the change commits, to one queue.</summary>
    /// <param name="db">Context whose model has the outbox.</param>
    /// <param name="message">A contract of Portal.Contracts.</param>
    /// <param name="queue">
    /// The consumer's queue, <c>{service}-{consumer}</c> in kebab case. While it has never had a consumer the order
    /// waits in the outbox.
    /// </param>
    /// <param name="aggregateKey">As for <see cref="Enqueue{T}"/>.</param>
    /// <exception cref="ArgumentException">The message is no contract.</exception>
    public static void EnqueueSend<T>(this DbContext db, T message, string queue, string aggregateKey)
        where T : class => db.Add(message, queue, aggregateKey);

    /// <summary>
    /// Whether a message of this type waits to be saved with the change, as one does that an attempt to save which
    /// failed has left behind.
    /// </summary>
    /// <param name="db">Context whose model has the outbox.</param>
    /// <exception cref="ArgumentException">The type is no contract.</exception>
    public static bool HasEnqueued<T>(this DbContext db)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(db);
        var type = MessageTypes.NameOf(typeof(T));
        return db.ChangeTracker.Entries<OutboxMessage>()
            .Any(entry => entry.State == EntityState.Added && entry.Entity.Type == type);
    }

    private static void Add<T>(this DbContext db, T message, string? queue, string aggregateKey)
        where T : class
    {
        var activity = Activity.Current;
        db.Add(new OutboxMessage
        {
            MessageId = Guid.CreateVersion7(),
            Key = aggregateKey,
            Queue = queue,
            Type = MessageTypes.NameOf(typeof(T)),
            Body = JsonSerializer.Serialize(message, MessageTypes.Json),
            TraceParent = activity?.Id,
            TraceState = activity?.TraceStateString,
        });
    }
}
