using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Evaluation;

/// <summary>
/// The problems of a data set whose labels are known to be wrong: ids and reasons only, no data. Scores are reported with and without them.
/// </summary>
public sealed class Errata
{
    private readonly ImmutableDictionary<string, Erratum> _byId;

    private Errata(ImmutableDictionary<string, Erratum> byId) => _byId = byId;

    /// <summary>No problem.</summary>
    public static Errata None { get; } = new(ImmutableDictionary<string, Erratum>.Empty);

    /// <summary>The list for NL4Opt that comes with this library.</summary>
    public static Errata Nl4Opt { get; } = LoadNl4Opt();

    /// <summary>Number of problems on the list.</summary>
    public int Count => _byId.Count;

    /// <summary>The entry of a problem; null when it is not on the list.</summary>
    public Erratum? Find(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The same entries under other ids, as of texts made from the problems; what has no entry is left out.</summary>
    internal Errata Under(IEnumerable<(string Id, string Problem)> names)
    {
        var entries = ImmutableDictionary.CreateBuilder<string, Erratum>();
        foreach (var (id, problem) in names)
            if (Find(problem) is { } erratum) entries[id] = erratum with { Id = id };
        return new Errata(entries.ToImmutable());
    }

    /// <summary>Reads a list: a line a problem, <c>id TAB reason</c>; blank lines and lines that start with # are passed over.</summary>
    /// <param name="text">The list.</param>
    /// <param name="source">Its name for diagnostics.</param>
    /// <returns>The list, or the errors <c>eval.errata</c>.</returns>
    public static Result<Errata> Parse(string text, string source)
    {
        ArgumentNullException.ThrowIfNull(text);
        var entries = ImmutableDictionary.CreateBuilder<string, Erratum>();
        var errors = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#') continue;
            var fields = line.Split('\t');
            var location = new DiagnosticLocation(index + 1, Source: source);
            if (fields.Length != 2 || string.IsNullOrWhiteSpace(fields[0]) || string.IsNullOrWhiteSpace(fields[1]))
                errors.Add(Diagnostic.Error("eval.errata", "expected an id, a tab and a reason", location));
            else if (!entries.TryAdd(fields[0].Trim(), new(fields[0].Trim(), fields[1].Trim())))
                errors.Add(Diagnostic.Error("eval.errata", $"the id {fields[0].Trim()} appears twice", location));
        }

        return errors.Count == 0 ? Result.Success(new Errata(entries.ToImmutable())) : Result.Failure<Errata>(errors.ToImmutable());
    }

    private static Errata LoadNl4Opt()
    {
        const string Name = "nl4opt-errata.tsv";
        using var stream = typeof(Errata).Assembly.GetManifestResourceStream(Name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {Name}.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd(), Name).Value;
    }
}
