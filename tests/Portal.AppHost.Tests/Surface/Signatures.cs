using System.Globalization;
using System.Reflection;
using System.Text;

namespace Portal.AppHost.Tests.Surface;

/// <summary>Writes an assembly's public types as text: one line a type, one line a member, with names and defaults of parameters.</summary>
internal static class Signatures
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <param name="prefix">How the namespaces begin.</param>
    public static IReadOnlyList<string> Of(Assembly assembly, string prefix) =>
    [
        .. assembly.GetExportedTypes()
            .Where(type => type.Namespace!.StartsWith(prefix, StringComparison.Ordinal))
            .SelectMany(Of)
            .Order(StringComparer.Ordinal),
    ];

    private static IEnumerable<string> Of(Type type)
    {
        yield return $"{Kind(type)} {NameOf(type)}{Constraints(type.GetGenericArguments())}";
        foreach (var member in type.GetMembers(Declared).Where(IsOfInterest))
        {
            yield return $"{NameOf(type)} :: {Describe(member)}";
        }
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum" : type.IsInterface ? "interface" : type.IsValueType ? "struct" : type.IsSealed && type.IsAbstract ? "static class" : "class";

    /// <summary>What a caller can see and a compiler did not make: accessors go with their property, records' own methods go unsaid.</summary>
    private static bool IsOfInterest(MemberInfo member) => member switch
    {
        MethodBase { IsSpecialName: true } method when method is not ConstructorInfo && !method.Name.StartsWith("op_", StringComparison.Ordinal) => false,
        MethodBase method => IsVisible(method) && !IsOfRecord(method),
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible) && property.Name != "EqualityContract",
        FieldInfo field => field is { IsPublic: true, IsSpecialName: false },
        _ => false,
    };

    private static bool IsVisible(MethodBase method) => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly;

    private static bool IsOfRecord(MethodBase method) =>
        method.Name is "<Clone>$" or "PrintMembers" or "Deconstruct" or "Equals" or "GetHashCode" or "ToString" or "op_Equality" or "op_Inequality"
        || (method is ConstructorInfo && method.GetParameters() is [{ ParameterType: var parameter }] && parameter == method.DeclaringType);

    private static string Describe(MemberInfo member) => member switch
    {
        ConstructorInfo constructor => $"new({Parameters(constructor)})",
        MethodInfo method => $"{(method.IsStatic ? "static " : "")}{NameOf(method.ReturnType)} {method.Name}{Generics(method)}({Parameters(method)}){Constraints(method.IsGenericMethod ? method.GetGenericArguments() : [])}",
        PropertyInfo property => $"{NameOf(property.PropertyType)} {property.Name} {{{Accessor(property.GetMethod, " get;")}{Accessor(property.SetMethod, " set;")} }}",
        FieldInfo { IsLiteral: true } constant => $"{constant.Name} = {Convert.ToString(constant.GetRawConstantValue(), CultureInfo.InvariantCulture)}",
        FieldInfo field => $"{NameOf(field.FieldType)} {field.Name}",
        _ => throw new ArgumentException($"Not a member of a surface: {member}"),
    };

    private static string Accessor(MethodInfo? accessor, string text) => accessor is not null && IsVisible(accessor) ? text : "";

    private static string Generics(MethodInfo method) =>
        method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(argument => argument.Name))}>" : "";

    private static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Describe));

    private static string Describe(ParameterInfo parameter)
    {
        var text = new StringBuilder();
        text.Append(parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params " : "");
        text.Append(parameter.IsIn && parameter.ParameterType.IsByRef ? "in " : parameter.IsOut ? "out " : "");
        text.Append(NameOf(parameter.ParameterType)).Append(' ').Append(parameter.Name);
        if (parameter.HasDefaultValue)
        {
            text.Append(" = ").Append(Convert.ToString(parameter.RawDefaultValue, CultureInfo.InvariantCulture) is { Length: > 0 } value ? value : "default");
        }

        return text.ToString();
    }

    private static string Constraints(Type[] arguments) => string.Concat(arguments
        .Select(argument => (argument.Name, Limits: Limits(argument)))
        .Where(argument => argument.Limits.Length > 0)
        .Select(argument => $" where {argument.Name} : {argument.Limits}"));

    private static string Limits(Type argument) => argument.IsGenericParameter
        ? string.Join(", ", argument.GetGenericParameterConstraints().Select(NameOf).Order(StringComparer.Ordinal)
            .Append(argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? "class" : "")
            .Append(argument.GenericParameterAttributes.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) ? "new()" : "")
            .Where(limit => limit.Length > 0))
        : "";

    private static string NameOf(Type type)
    {
        if (type.IsByRef || type.IsArray)
        {
            return NameOf(type.GetElementType()!) + (type.IsArray ? "[]" : "");
        }

        if (Nullable.GetUnderlyingType(type) is { } underlying)
        {
            return NameOf(underlying) + "?";
        }

        if (type.IsGenericParameter)
        {
            return type.Name;
        }

        var name = type.IsNested ? $"{NameOf(type.DeclaringType!)}.{type.Name}" : $"{type.Namespace}.{type.Name}";
        return type.IsGenericType
            ? $"{name.Split('`')[0]}<{string.Join(", ", type.GetGenericArguments().Select(NameOf))}>"
            : name;
    }
}
