using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Portal.Policies.Storage.Configurations;

/// <summary>A row an event. A trigger refuses to change one.</summary>
internal sealed class StoredEventConfiguration : IEntityTypeConfiguration<StoredEvent>
{
    public void Configure(EntityTypeBuilder<StoredEvent> builder)
    {
        builder.ToTable("policy_events");
        builder.HasKey(stored => new { stored.PolicyId, stored.Version });
        builder.HasIndex(stored => stored.Id).IsUnique();
        builder.Property(stored => stored.Payload).HasColumnType("jsonb");
    }
}
