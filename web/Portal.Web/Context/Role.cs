namespace Portal.Web.Context;

/// <summary>As whom somebody looks at a page.</summary>
internal enum Role
{
    /// <summary>Nobody has signed in.</summary>
    Nobody,
    Insured,
    Assistant,
    Agent,
    Admin,
}
