using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Certificates.Storage.Configurations;

internal sealed class AgencyCopyConfiguration : IEntityTypeConfiguration<AgencyCopy>
{
    public void Configure(EntityTypeBuilder<AgencyCopy> builder)
    {
        builder.Property(copy => copy.State).HasJsonConversion();
    }
}
