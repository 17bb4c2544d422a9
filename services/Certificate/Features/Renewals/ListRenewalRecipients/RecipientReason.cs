namespace Portal.Certificates.Features.Renewals.ListRenewalRecipients;

/// <summary>Why a holder would get a certificate, or would not.</summary>
public enum RecipientReason
{
    /// <summary>It is shown a renewed policy and receives renewals.</summary>
    Receives,

    /// <summary>It receives no certificates at renewals.</summary>
    ReceivesNoRenewals,

    /// <summary>It is shown none of the policies that would renew.</summary>
    NotShownThese,
}
