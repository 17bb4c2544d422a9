using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Notification.Domain.Deliveries;
using Portal.Persistence.Tenancy;

namespace Portal.Notification.Storage.Configurations;

internal sealed class ReceiptConfiguration : IEntityTypeConfiguration<Receipt>
{
    public void Configure(EntityTypeBuilder<Receipt> builder)
    {
        builder.IsOwnedByNoAgency("Only the worker that sends every agency's mails reads them.").IsHiddenFromAccounts();
        builder.HasKey(receipt => receipt.DeliveryId);
        builder.Property(receipt => receipt.DeliveryId).ValueGeneratedNever();
    }
}
