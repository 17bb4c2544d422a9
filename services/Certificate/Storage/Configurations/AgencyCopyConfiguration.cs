using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.Persistence.Tenancy;

namespace Portal.Certificates.Storage.Configurations;

internal sealed class AgencyCopyConfiguration : IEntityTypeConfiguration<AgencyCopy>
{
    public void Configure(EntityTypeBuilder<AgencyCopy> builder)
    {
        builder.IsOwnedByAgency(copy => copy.Id).IsHiddenFromAccounts();
        builder.Property(copy => copy.State).HasJsonConversion();
    }
}
