namespace Portal.Identity.Features.Access;

/// <summary>Who is told by mail that a power was used.</summary>
internal enum Audience
{
    /// <summary>The person whose own way in, or own rights, it is about, at the address on record before.</summary>
    Affected,

    /// <summary>The primary contact of the client whose account it is about.</summary>
    PrimaryContact,

    /// <summary>Every active administrator of the agency but the one who did it.</summary>
    OtherAdmins,
}
