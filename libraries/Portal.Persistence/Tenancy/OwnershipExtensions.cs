using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Portal.ServiceDefaults.Agencies;

namespace Portal.Persistence.Tenancy;

/// <summary>
/// Whose the rows of an entity are that its markers, <see cref="IOwnedByAgency{TId}"/> and
/// <see cref="IOwnedByAccount{TId}"/>, don't say. docs/decisions/021-tenancy-by-marker.md
/// </summary>
public static class OwnershipExtensions
{
    /// <summary>A row belongs to the agency whose id this property has: the agency itself.</summary>
    public static EntityTypeBuilder<T> IsOwnedByAgency<T>(
        this EntityTypeBuilder<T> entity, Expression<Func<T, object?>> key)
        where T : class => entity.Is(AgencyScope.Filter, new Ownership.By(NameOf(key), nameof(AgencyScope.AgencyId)));

    /// <summary>A row belongs to the account whose id this property has: the account itself.</summary>
    public static EntityTypeBuilder<T> IsOwnedByAccount<T>(
        this EntityTypeBuilder<T> entity, Expression<Func<T, object?>> key)
        where T : class => entity.Is(
            AgencyScope.AccountFilter, new Ownership.By(NameOf(key), nameof(AgencyScope.AccountId)));

    /// <summary>
    /// Who is bounded to an account sees the own rows, in whatever account: those whose property has the person's id.
    /// </summary>
    public static EntityTypeBuilder<T> IsOwnedByPerson<T>(
        this EntityTypeBuilder<T> entity, Expression<Func<T, object?>> key)
        where T : class => entity.Is(
            AgencyScope.AccountFilter, new Ownership.By(NameOf(key), nameof(AgencyScope.PersonId)));

    /// <summary>Rows are the whole agency's: who is bounded to an account sees none.</summary>
    public static EntityTypeBuilder<T> IsHiddenFromAccounts<T>(this EntityTypeBuilder<T> entity)
        where T : class => entity.Is(AgencyScope.AccountFilter, new Ownership.Hidden());

    /// <summary>Rows are seen within their agency whatever account one is bounded to.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="because">Why that is safe.</param>
    public static EntityTypeBuilder<T> IsOpenToAccounts<T>(this EntityTypeBuilder<T> entity, string because)
        where T : class => entity.Is(AgencyScope.AccountFilter, new Ownership.Open(because));

    /// <summary>Rows are seen whatever agency one works for.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="because">Why that is safe.</param>
    public static EntityTypeBuilder<T> IsOwnedByNoAgency<T>(this EntityTypeBuilder<T> entity, string because)
        where T : class => entity.Is(AgencyScope.Filter, new Ownership.Open(because));

    /// <summary>Rows belong to no agency and no account, and are seen by all code that asks.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="because">Why that is safe.</param>
    public static EntityTypeBuilder<T> IsOwnedByNobody<T>(this EntityTypeBuilder<T> entity, string because)
        where T : class => entity.IsOwnedByNoAgency(because).IsOpenToAccounts(because);

    /// <summary>Why an entity of a complete model has no such filter; null when it has one.</summary>
    /// <param name="entity">The entity.</param>
    /// <param name="filter"><see cref="AgencyScope.Filter"/> or <see cref="AgencyScope.AccountFilter"/>.</param>
    public static string? WhyWithout(this IEntityType entity, string filter) =>
        entity.FindRuntimeAnnotationValue(Ownership.AnnotationOf(filter)) as string;

    private static EntityTypeBuilder<T> Is<T>(this EntityTypeBuilder<T> entity, string filter, Ownership ownership)
        where T : class => entity.HasAnnotation(Ownership.AnnotationOf(filter), ownership);

    private static string NameOf<T>(Expression<Func<T, object?>> key) => key.GetMemberAccess().Name;
}
