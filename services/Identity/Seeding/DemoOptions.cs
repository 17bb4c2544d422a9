using Portal.Identity.Domain.Agencies;

namespace Portal.Identity.Seeding;

/// <summary>The demo agency of Development, from the configuration section <c>Demo</c>.</summary>
internal sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Null where there is to be no demo.</summary>
    public DemoAgency? Agency { get; set; }

    public IReadOnlyList<DemoStaff> Staff { get; set; } = [];

    /// <summary>client_id of a partner client with every scope; null for none.</summary>
    public string? PartnerClientId { get; set; }

    public string? PartnerClientSecret { get; set; }

    internal sealed class DemoAgency
    {
        public required Guid Id { get; set; }

        /// <summary>Names the agency in the addresses of its sign-in pages.</summary>
        public required string Slug { get; set; }

        public required string Name { get; set; }

        public required string Street { get; set; }

        public required string City { get; set; }

        public required string State { get; set; }

        public required string Zip { get; set; }

        public required string ContactName { get; set; }

        public required string Phone { get; set; }

        public string? Fax { get; set; }

        public required string Email { get; set; }

        public required string AuthorizedRepresentative { get; set; }
    }

    internal sealed class DemoStaff
    {
        public required string Name { get; set; }

        public required string Email { get; set; }

        public required StaffRole Role { get; set; }
    }
}
