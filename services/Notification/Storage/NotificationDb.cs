using Microsoft.EntityFrameworkCore;
using Portal.Notification.Domain.Deliveries;
using Portal.Persistence;
using Portal.Persistence.Outbox;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Notification.Storage;

/// <summary>The service's database: deliveries, receipts, the drain and the outbox.</summary>
internal sealed class NotificationDb(DbContextOptions<NotificationDb> options, AgencyScope scope)
    : PortalDb(options, scope)
{
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.AddOutbox();
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(NotificationDb).Assembly);
    }
}
