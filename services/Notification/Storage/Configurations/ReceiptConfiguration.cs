using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Notification.Domain;

namespace Portal.Notification.Storage.Configurations;

internal sealed class ReceiptConfiguration : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.HasKey(receipt => receipt.DeliveryId);
        builder.Property(receipt => receipt.DeliveryId).ValueGeneratedNever();
    }
}
