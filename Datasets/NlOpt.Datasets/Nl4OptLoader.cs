using System.Collections.Immutable;
using NlOpt.Modeling;

namespace NlOpt.Datasets;

/// <summary>Loads NL4Opt problems from JSONL files: one object a line, keyed by its id or flat. Everything in them is untrusted.</summary>
public static class Nl4OptLoader
{
    private const int MaximumDiagnostics = 20;

    /// <summary>The splits that the data folder holds.</summary>
    public static ImmutableArray<string> SplitNames { get; } = ["train", "dev"];

    /// <summary>Loads a split with its entity labels.</summary>
    /// <param name="folder">The data folder.</param>
    /// <param name="split">One of <see cref="SplitNames"/>.</param>
    /// <returns>The split, or errors as for <see cref="LoadFile"/>.</returns>
    /// <exception cref="ArgumentException">There is no such split.</exception>
    public static Result<Nl4OptSplit> LoadSplit(DataFolder folder, string split)
    {
        ArgumentNullException.ThrowIfNull(folder);
        if (!SplitNames.Contains(split))
            throw new ArgumentException($"There is no split '{split}'; there are: {string.Join(", ", SplitNames)}.", nameof(split));
        return LoadFile(folder.PathOf("nl4opt", split + ".jsonl"), folder.PathOf("nl4opt", $"ner_{split}.txt"));
    }

    /// <summary>
    /// Loads a file. One with a malformed line is refused as a whole: a score over what was left would be no score of that file.
    /// </summary>
    /// <param name="path">The JSONL file, UTF-8.</param>
    /// <param name="entityPath">A file of entity labels in CoNLL form; null for the spans in the file itself, where it has them.</param>
    /// <returns>
    /// The problems, with the warning <c>data.entities</c> when some document has no labels in the entity file; or errors with file and line:
    /// <c>data.not-found</c>, <c>data.unreadable</c>, <c>data.encoding</c>, <c>data.json</c>, <c>data.shape</c>, <c>data.duplicate-id</c>,
    /// <c>data.empty</c>.
    /// </returns>
    /// <exception cref="ArgumentException">A path is blank.</exception>
    public static Result<Nl4OptSplit> LoadFile(string path, string? entityPath = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var read = DataLines.Read(path);
        if (!read.TryGetValue(out var file)) return Result.Failure<Nl4OptSplit>(read.Diagnostics);
        var problems = ImmutableArray.CreateBuilder<Nl4OptProblem>();
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in file.Lines)
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var location = new DiagnosticLocation(number, Source: path);
            var record = Nl4OptRecordReader.Read(line, location);
            if (!record.TryGetValue(out var problem)) diagnostics.AddRange(record.Diagnostics);
            else if (!ids.Add(problem.Id)) diagnostics.Add(Diagnostic.Error("data.duplicate-id", $"the id '{problem.Id}' appears twice", location));
            else problems.Add(problem);
            if (diagnostics.Count >= MaximumDiagnostics) break;
        }

        if (diagnostics.Count > 0) return Result.Failure<Nl4OptSplit>(diagnostics.ToImmutable());
        if (problems.Count == 0)
            return Result.Failure<Nl4OptSplit>(Diagnostic.Error("data.empty", "the file holds no problem", new DiagnosticLocation(Source: path)));
        var name = Path.GetFileNameWithoutExtension(path);
        return entityPath is null
            ? Result.Success(new Nl4OptSplit(name, problems.ToImmutable(), file.Sha256, null))
            : AttachEntities(new Nl4OptSplit(name, problems.ToImmutable(), file.Sha256, null), entityPath);
    }

    private static Result<Nl4OptSplit> AttachEntities(Nl4OptSplit split, string entityPath)
    {
        var read = DataLines.Read(entityPath);
        if (!read.TryGetValue(out var file)) return Result.Failure<Nl4OptSplit>(read.Diagnostics);
        var (labels, malformedLine) = EntityLabels.Parse(file.Lines);
        if (malformedLine is not null)
            return Result.Failure<Nl4OptSplit>(Diagnostic.Error(
                "data.shape", "expected a token and a tag O, B-LABEL or I-LABEL", new DiagnosticLocation(malformedLine, Source: entityPath)));
        var problems = split.Problems.Select(problem => problem with { Entities = labels.SpansOf(problem.Text) }).ToImmutableArray();
        var missing = problems.Where(problem => problem.Entities is null).Select(problem => problem.Id).ToList();
        var labelled = split with { Problems = problems, EntitySha256 = file.Sha256 };
        return missing.Count == 0
            ? Result.Success(labelled)
            : Result.Success(labelled, Diagnostic.Warning(
                "data.entities",
                $"{missing.Count} of {problems.Length} documents have no entity labels, the first is {missing[0]}",
                new DiagnosticLocation(Source: entityPath)));
    }
}
