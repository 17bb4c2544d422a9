using Microsoft.EntityFrameworkCore;
using Portal.Persistence.Tenancy;

namespace Portal.Persistence.Inbox;

/// <summary>The inbox: what a consumer has dealt with, by business key, since the bus delivers at least once.</summary>
public static class InboxExtensions
{
    /// <summary>
    /// Adds the inbox to a context's model; <c>AddPortalDatabase</c> then forgets entries after
    /// <c>Inbox:RetentionDays</c> (30).
    /// </summary>
    public static ModelBuilder AddInbox(this ModelBuilder modelBuilder) =>
        modelBuilder.Entity<InboxEntry>(entry =>
        {
            entry.ToTable(InboxTable.Name);
            entry.HasKey(e => new { e.Consumer, e.Key });
            entry.Property(e => e.RegisteredAt).HasDefaultValueSql("now()");
            entry.HasIndex(e => e.RegisteredAt);
            entry.IsOwnedByNobody("Only says that a message was dealt with.");
        });

    /// <summary>
    /// Registers a message in the open transaction: true the first time, false when a committed transaction dealt with
    /// it already. One that is doing so right now is waited for.
    /// </summary>
    /// <param name="db">Context whose model has the inbox, with a transaction begun.</param>
    /// <param name="consumer">Name of the consumer; each has its own memory.</param>
    /// <param name="key">Business key of the message, not its id on the bus, which changes with redelivery.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="InvalidOperationException">
    /// No transaction was begun, so that nothing would hold entry and change together.
    /// </exception>
    public static Task<bool> TryRegisterAsync(
        this DbContext db, string consumer, string key, CancellationToken cancellationToken) =>
        db.Database.CurrentTransaction is not null
            ? InboxTable.TryInsertAsync(db, consumer, key, cancellationToken)
            : throw new InvalidOperationException(
                "Begin a transaction before registering a message, and commit it with the change that the message "
                + "causes.");
}
