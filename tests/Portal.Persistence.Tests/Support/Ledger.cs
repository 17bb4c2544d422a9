using Microsoft.EntityFrameworkCore;
using Portal.Persistence.Inbox;
using Portal.Persistence.Outbox;
using Portal.Persistence.Tenancy;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Persistence.Tests.Support;

/// <summary>A context with outbox, inbox and a table that is bounded by agency.</summary>
internal sealed class Ledger(DbContextOptions<Ledger> options, AgencyScope scope) : PortalDb(options, scope)
{
    public DbSet<Entry> Entries => Set<Entry>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddOutbox();
        modelBuilder.AddInbox();
        modelBuilder.Entity<Entry>().IsOpenToAccounts("Tests book for agencies alone.");
    }
}
