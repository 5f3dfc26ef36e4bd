using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NlOpt.Datasets.Generation.Banks;

/// <summary>Reads the banks that the assembly carries. A mistake in one is a mistake of ours and stops everything.</summary>
internal static class BankLoader
{
    private const string Prefix = "banks/";

    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
    };

    private static readonly Lazy<ImmutableArray<DomainBank>> Loaded = new(LoadAll);

    /// <summary>Every bank, by id.</summary>
    public static ImmutableArray<DomainBank> All => Loaded.Value;

    /// <summary>Reads one bank.</summary>
    /// <exception cref="InvalidDataException">It is malformed or says something impossible; the message names the place.</exception>
    public static DomainBank Read(string domain, string json)
    {
        DomainBank bank;
        try
        {
            bank = JsonSerializer.Deserialize<DomainBank>(json, Options) ?? throw new InvalidDataException($"The bank '{domain}' is null.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"The bank '{domain}' is malformed at {error.Path}: {error.Message}", error);
        }

        return BankCheck.FirstMistake(domain, bank) is { } mistake ? throw new InvalidDataException($"The bank '{domain}': {mistake}.") : bank;
    }

    private static ImmutableArray<DomainBank> LoadAll()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var banks = ImmutableArray.CreateBuilder<DomainBank>();
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            banks.Add(Read(Path.GetFileNameWithoutExtension(name[Prefix.Length..]), reader.ReadToEnd()));
        }

        return banks.ToImmutable();
    }
}
