using Portal.Insurance;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Certificates.Domain.Shares;

/// <summary>
/// What one client owes one certificate holder: which policies it is shown, with which standing and wording. Its
/// certificates carry one number and count revisions.
/// </summary>
public sealed class Share : IOwnedByAgency<Guid>, IOwnedByAccount<Guid>
{
    private Share()
    {
    }

    public ShareId Id { get; private init; }

    public Guid AgencyId { get; private init; }

    public Guid AccountId { get; private init; }

    /// <summary>The holder however it is written; one share a holder and account.</summary>
    public string HolderKey { get; private init; } = null!;

    public HolderDetails Holder { get; private set; } = null!;

    /// <summary>Copy of the holder's name that lists are ordered by.</summary>
    public string HolderName { get; private set; } = null!;

    /// <summary>The holder's name folded, which lists are searched by.</summary>
    public string SearchText { get; private set; } = null!;

    public ShareTerms Terms { get; private set; } = null!;

    /// <summary>Copy of the policies shown that a renewal looks the share up by.</summary>
    public Guid[] PolicyIds { get; private set; } = [];

    /// <summary>Copy of the flag that a renewal looks the share up by.</summary>
    public bool ReceivesRenewals { get; private set; }

    public string CertificateNumber { get; private init; } = null!;

    /// <summary>Revision of the newest certificate; 0 before the first.</summary>
    public int Revision { get; private set; }

    /// <summary>Opens a share for a holder that has none with the account.</summary>
    public static Share Open(Guid agencyId, Guid accountId, HolderDetails holder, ShareTerms terms)
    {
        var share = new Share
        {
            Id = ShareId.New(),
            AgencyId = agencyId,
            AccountId = accountId,
            HolderKey = HolderIdentity.KeyOf(holder),
            CertificateNumber = Codes.CertificateNumber.New(),
        };
        share.Set(holder, terms);
        return share;
    }

    /// <summary>Corrects the holder or its terms; false when they stand so already.</summary>
    /// <exception cref="ArgumentException">The details name another holder.</exception>
    public bool Correct(HolderDetails holder, ShareTerms terms)
    {
        if (HolderIdentity.KeyOf(holder) != HolderKey)
        {
            throw new ArgumentException("The details name another holder than the share's.", nameof(holder));
        }

        if (Holder == holder && Terms == terms)
        {
            return false;
        }

        Set(holder, terms);
        return true;
    }

    /// <summary>Counts one more certificate and answers its revision, from 1.</summary>
    public int NextRevision() => ++Revision;

    private void Set(HolderDetails holder, ShareTerms terms)
    {
        (Holder, HolderName, SearchText) = (holder, holder.Name, TextFolding.Fold(holder.Name));
        (Terms, PolicyIds, ReceivesRenewals) = (terms, terms.PolicyIds, terms.ReceivesRenewals);
    }
}
