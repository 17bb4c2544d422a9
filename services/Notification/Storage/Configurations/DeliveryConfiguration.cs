using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Notification.Domain.Deliveries;

namespace Portal.Notification.Storage.Configurations;

internal sealed class DeliveryConfiguration : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.Property(delivery => delivery.Id).ValueGeneratedNever();
        builder.Property(delivery => delivery.State).HasConversion<string>();
        builder.Property(delivery => delivery.Version).IsRowVersion();
        builder.Ignore(delivery => delivery.HasEnded);
        builder.ComplexProperty(delivery => delivery.Notice, notice =>
        {
            notice.ToJson();
            notice.ComplexCollection(n => n.Policies, policy => policy.Property(p => p.Line).HasConversion<string>());
        });
        builder.HasIndex(delivery => delivery.CertificateId).IsUnique();
        builder.HasIndex(delivery => new { delivery.DistributionId, delivery.Id });
        builder.HasIndex(delivery => new { delivery.AgencyId, delivery.Id });
        builder.HasIndex(delivery => delivery.NextAttemptAt).HasFilter($"state = '{nameof(DeliveryState.Pending)}'");
    }
}
