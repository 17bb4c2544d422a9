namespace Portal.Policies.Domain.Lifecycle.Consequences;

/// <summary>What a certificate holder is to the property.</summary>
internal enum HolderRole
{
    /// <summary>A certificate holder without an interest in property.</summary>
    CertificateHolder,

    Mortgagee,

    LossPayee,
}
