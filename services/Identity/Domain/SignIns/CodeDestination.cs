namespace Portal.Identity.Domain.SignIns;

/// <summary>The way that a code goes.</summary>
public enum CodeDestination
{
    Email,

    Mobile,
}
