using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Notification.Domain.Sending;
using Portal.Persistence.Tenancy;

namespace Portal.Notification.Storage.Configurations;

internal sealed class DrainConfiguration : IEntityTypeConfiguration<Drain>
{
    public void Configure(EntityTypeBuilder<Drain> builder)
    {
        builder.IsOwnedByNoAgency("There is one for the whole portal.").IsHiddenFromAccounts();
        builder.ToTable(DrainTable.Name);
        builder.Property(drain => drain.Id).ValueGeneratedNever();
    }
}
