using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Notification.Domain;
using Portal.Outbox;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Notification.Storage;

/// <summary>The service's database: deliveries, receipts, the drain and the outbox.</summary>
internal sealed class NotificationContext(DbContextOptions<NotificationContext> options, AgencyScope scope) : DbContext(options)
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
            drain.Property(d => d.Id).HasColumnName("id").ValueGeneratedNever();
            drain.Property(d => d.Since).HasColumnName("since");
        });
        modelBuilder.AddOutbox();
    }

    private void ConfigureDelivery(EntityTypeBuilder<Delivery> delivery)
    {
        delivery.ToTable(DeliveryTable.Name);
        delivery.HasQueryFilter(AgencyScope.Filter, d => scope.IsUnbounded || d.AgencyId == scope.AgencyId);
        delivery.HasQueryFilter(AgencyScope.AccountFilter, d => scope.SeesEveryAccount || d.AccountId == scope.AccountId);
        delivery.Property(d => d.Id).HasColumnName("id").ValueGeneratedNever();
        delivery.Property(d => d.CertificateId).HasColumnName("certificate_id");
        delivery.Property(d => d.DistributionId).HasColumnName("distribution_id");
        delivery.Property(d => d.AgencyId).HasColumnName("agency_id");
        delivery.Property(d => d.AccountId).HasColumnName("account_id");
        delivery.Property(d => d.State).HasColumnName("state").HasConversion<string>();
        delivery.Property(d => d.Attempts).HasColumnName("attempts");
        delivery.Property(d => d.NextAttemptAt).HasColumnName("next_attempt_at");
        delivery.Property(d => d.LastAnswer).HasColumnName("last_answer");
        delivery.Property(d => d.DeliveredAt).HasColumnName("delivered_at");
        delivery.Property(d => d.Version).IsRowVersion();
        delivery.Ignore(d => d.HasEnded);
        delivery.ComplexProperty(d => d.Notice, notice =>
        {
            notice.ToJson("notice");
            notice.ComplexCollection(n => n.Policies, policy => policy.Property(p => p.Line).HasConversion<string>());
        });
        delivery.HasIndex(d => d.CertificateId).IsUnique();
        delivery.HasIndex(d => new { d.DistributionId, d.Id });
        delivery.HasIndex(d => new { d.AgencyId, d.Id });
        delivery.HasIndex(d => d.NextAttemptAt).HasFilter($"state = '{nameof(DeliveryState.Queued)}'");
    }

    private void ConfigureReceipt(EntityTypeBuilder<Receipt> receipt)
    {
        receipt.ToTable(ReceiptTable.Name);
        receipt.HasQueryFilter(AgencyScope.AccountFilter, _ => scope.SeesEveryAccount);
        receipt.HasKey(r => r.DeliveryId);
        receipt.Property(r => r.DeliveryId).HasColumnName("delivery_id").ValueGeneratedNever();
        receipt.Property(r => r.Answer).HasColumnName("answer");
        receipt.Property(r => r.AcceptedAt).HasColumnName("accepted_at");
    }
}
