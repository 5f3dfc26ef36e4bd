using System.Collections.Immutable;
using System.Text.Json;
using NlOpt.Modeling;

namespace NlOpt.Datasets;

/// <summary>Loads paragraphs with their classes: JSONL, one object <c>{"text": ..., "class": 0..13}</c> a line. The text is untrusted.</summary>
public static class ClassifiedSentenceLoader
{
    private const int LastClass = 13;

    /// <summary>Loads the set of the data folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <returns>The paragraphs, or errors as for <see cref="LoadFile"/>.</returns>
    public static Result<ClassifiedSentences> Load(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        return LoadFile(folder.PathOf("templates", "constraint_sentences_110.jsonl"));
    }

    /// <summary>Loads a file. One with a malformed line is refused as a whole.</summary>
    /// <param name="path">The JSONL file, UTF-8.</param>
    /// <returns>
    /// The paragraphs; or an error with file and line: <c>data.not-found</c>, <c>data.unreadable</c>, <c>data.encoding</c>, <c>data.json</c>,
    /// <c>data.shape</c>, <c>data.empty</c>.
    /// </returns>
    /// <exception cref="ArgumentException">The path is blank.</exception>
    public static Result<ClassifiedSentences> LoadFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var read = DataLines.Read(path);
        if (!read.TryGetValue(out var file)) return Result.Failure<ClassifiedSentences>(read.Diagnostics);
        var sentences = ImmutableArray.CreateBuilder<ClassifiedSentence>();
        for (var index = 0; index < file.Lines.Length; index++)
        {
            if (string.IsNullOrWhiteSpace(file.Lines[index])) continue;
            var sentence = ReadLine(file.Lines[index], new DiagnosticLocation(index + 1, Source: path));
            if (!sentence.TryGetValue(out var value)) return Result.Failure<ClassifiedSentences>(sentence.Diagnostics);
            sentences.Add(value);
        }

        return sentences.Count > 0
            ? Result.Success(new ClassifiedSentences(Path.GetFileNameWithoutExtension(path), sentences.ToImmutable(), file.Sha256))
            : Result.Failure<ClassifiedSentences>(Diagnostic.Error("data.empty", "the file holds no paragraph",
            new DiagnosticLocation(Source: path)));
    }

    private static Result<ClassifiedSentence> ReadLine(string line, DiagnosticLocation location)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String
                && text.GetString() is { Length: > 0 } words
                && root.TryGetProperty("class", out var number) && number.ValueKind == JsonValueKind.Number && number.TryGetInt32(out var paperClass)
                && paperClass is >= 0 and <= LastClass)
                return Result.Success(new ClassifiedSentence(location.Line!.Value, words, paperClass));
            return Failure("data.shape", $"expected an object with a 'text' and a 'class' from 0 to {LastClass}");
        }
        catch (JsonException exception)
        {
            return Failure("data.json", $"the line is not valid JSON: {exception.Message}");
        }
        catch (InvalidOperationException)
        {
            return Failure("data.shape", "a string of the line is not valid Unicode text");
        }

        Result<ClassifiedSentence> Failure(string code, string message) =>
            Result.Failure<ClassifiedSentence>(Diagnostic.Error(code, message, location));
    }
}
