using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Notification.Domain;
using Portal.Outbox;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Notification.Storage;

/// <summary>The service's database: deliveries, receipts, the drain and the outbox.</summary>
internal sealed class NotificationDb(DbContextOptions<NotificationDb> options, AgencyScope scope) : DbContext(options)
{
    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<Receipt> Receipts => Set<Receipt>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Delivery>(ConfigureDelivery);
        modelBuilder.Entity<Receipt>(ConfigureReceipt);
        modelBuilder.Entity<Drain>(drain =>
        {
            drain.ToTable(DrainTable.Name);
            drain.HasQueryFilter(AgencyScope.AccountFilter, _ => scope.SeesEveryAccount);
            drain.Property(d => d.Id).ValueGeneratedNever();
        });
        modelBuilder.AddOutbox();
    }

    private void ConfigureDelivery(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.HasQueryFilter(AgencyScope.Filter, d => scope.IsUnbounded || d.AgencyId == scope.AgencyId);
        delivery.HasQueryFilter(AgencyScope.AccountFilter, d => scope.SeesEveryAccount || d.AccountId == scope.AccountId);
        delivery.Property(d => d.Id).ValueGeneratedNever();
        delivery.Property(d => d.State).HasConversion<string>();
        delivery.Property(d => d.Version).IsRowVersion();
        delivery.Ignore(d => d.HasEnded);
        delivery.ComplexProperty(d => d.Notice, notice =>
        {
            notice.ToJson();
            notice.ComplexCollection(n => n.Policies, policy => policy.Property(p => p.Line).HasConversion<string>());
        });
        delivery.HasIndex(d => d.CertificateId).IsUnique();
        delivery.HasIndex(d => new { d.DistributionId, d.Id });
        delivery.HasIndex(d => new { d.AgencyId, d.Id });
        delivery.HasIndex(d => d.NextAttemptAt).HasFilter($"state = '{nameof(DeliveryState.Queued)}'");
    }

    private void ConfigureReceipt(EntityTypeBuilder<Receipt> receipt)
    {
        receipt.HasQueryFilter(AgencyScope.AccountFilter, _ => scope.SeesEveryAccount);
        receipt.HasKey(r => r.DeliveryId);
        receipt.Property(r => r.DeliveryId).ValueGeneratedNever();
    }
}
