namespace Portal.Certificates.Domain.Certificates;

/// <summary>How far the mail with a certificate has come.</summary>
public enum DeliveryState
{
    /// <summary>Not yet accepted by the relay.</summary>
    Pending,

    /// <summary>Accepted by the relay.</summary>
    Delivered,

    /// <summary>Given up; a person has to look.</summary>
    Failed,
}
