using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using NlOpt.Modeling;

namespace NlOpt.Datasets.Dialogues;

/// <summary>
/// Loads recorded dialogues: one JSON file each, in the folders <c>train</c>, <c>dev</c> and <c>human_annotated</c>. Everything in them is
/// untrusted.
/// </summary>
public static class DialogueLoader
{
    private const int MostRaters = 100;

    private static readonly ImmutableArray<string> Folders = ["train", "dev", "human_annotated"];

    /// <summary>Loads all dialogues of a data folder.</summary>
    /// <param name="folder">The data folder.</param>
    /// <returns>The dialogues by folder, then by name in ordinal order; or errors as for <see cref="LoadFile"/>, or <c>data.not-found</c>.</returns>
    public static Result<ImmutableArray<ProblemDialogue>> Load(DataFolder folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var dialogues = ImmutableArray.CreateBuilder<ProblemDialogue>();
        foreach (var name in Folders)
        {
            var path = folder.PathOf("dialogues", name);
            if (!Directory.Exists(path))
                return Failure("data.not-found", $"there is no folder '{path}'", null);
            foreach (var file in Directory.GetFiles(path, "*.json").Order(StringComparer.Ordinal))
            {
                var loaded = LoadFile(file);
                if (!loaded.TryGetValue(out var dialogue)) return Result.Failure<ImmutableArray<ProblemDialogue>>(loaded.Diagnostics);
                dialogues.Add(dialogue);
            }
        }

        return Result.Success(dialogues.ToImmutable());
    }

    /// <summary>Loads one file.</summary>
    /// <param name="path">The JSON file, UTF-8, within the folder whose name begins its id.</param>
    /// <returns>The dialogue, or errors: <c>data.unreadable</c>, <c>data.json</c>, <c>data.shape</c>.</returns>
    /// <exception cref="ArgumentException">The path is blank.</exception>
    public static Result<ProblemDialogue> LoadFile(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var location = new DiagnosticLocation(Source: path);
        try
        {
            using var document = JsonDocument.Parse(File.ReadAllText(path, Encoding.UTF8));
            var id = $"{Path.GetFileName(Path.GetDirectoryName(Path.GetFullPath(path)))}/{Path.GetFileNameWithoutExtension(path)}";
            return Result.Success(Read(id, document.RootElement));
        }
        catch (JsonException exception)
        {
            return Result.Failure<ProblemDialogue>(Diagnostic.Error("data.json", exception.Message, location));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Result.Failure<ProblemDialogue>(Diagnostic.Error("data.unreadable", exception.Message, location));
        }
        catch (Exception exception) when (exception is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return Result.Failure<ProblemDialogue>(Diagnostic.Error("data.shape", $"the file is no dialogue: {exception.Message}", location));
        }
    }

    private static ProblemDialogue Read(string id, JsonElement root)
    {
        var validation = root.TryGetProperty("validation", out var found) && found.ValueKind == JsonValueKind.Object ? found : default;
        return new ProblemDialogue(
            id,
            root.GetProperty("original_id") is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : Text(root, "original_id"),
            [.. root.GetProperty("dialog_messages").EnumerateArray()
                .Select(message => new DialogueMessage(RoleOf(Text(message, "role")), Text(message, "message")))],
            Text(root, "problem_statement"),
            root.GetProperty("summary").GetString() is { } summary && !string.IsNullOrWhiteSpace(summary) ? summary : null,
            WholeMark(validation, "GPT-4: Recall") is { } recall && WholeMark(validation, "GPT-4: Precision") is { } precision
                ? new DialogueRating(recall, precision)
                : null)
        {
            HumanRatings = validation.ValueKind == JsonValueKind.Object && validation.TryGetProperty("Human Eval", out var people)
                ? [.. Enumerable.Range(0, MostRaters).Select(person => RatingOf(people, person)).TakeWhile(rating => rating is not null)
                    .OfType<HumanRating>()]
                : [],
            Rouge = OverlapOf(validation, "Rouge-1") is { } one
                && OverlapOf(validation, "Rouge-2") is { } two
                && OverlapOf(validation, "Rouge-L") is { } longest
                ? new RecordedRouge(one, two, longest)
                : null,
        };
    }

    private static HumanRating? RatingOf(JsonElement people, int person) =>
        Mark(people, $"Human {person}: Recall") is { } recall && Mark(people, $"Human {person}: Precision") is { } precision
        && Mark(people, $"Human {person}: Repetition") is { } repetition && Mark(people, $"Human {person}: Readability") is { } readability
            ? new HumanRating(recall, precision, repetition, readability)
            : null;

    private static RecordedOverlap? OverlapOf(JsonElement validation, string score) =>
        Mark(validation, $"{score}: Precision") is { } precision
        && Mark(validation, $"{score}: Recall") is { } recall
        && Mark(validation, $"{score}: F1") is { } f1
            ? new RecordedOverlap(precision, recall, f1)
            : null;

    private static DialogueRole RoleOf(string role) => role switch
    {
        "agent" => DialogueRole.Agent,
        "client" => DialogueRole.Client,
        _ => throw new FormatException($"the role '{role}' is neither agent nor client"),
    };

    private static string Text(JsonElement element, string name) =>
        element.GetProperty(name).GetString() ?? throw new FormatException($"'{name}' is null");

    private static int? WholeMark(JsonElement marks, string name) => NumberOrNull(marks, name)?.GetInt32();

    private static double? Mark(JsonElement marks, string name) => NumberOrNull(marks, name)?.GetDouble();

    private static JsonElement? NumberOrNull(JsonElement marks, string name) =>
        marks.ValueKind == JsonValueKind.Object && marks.TryGetProperty(name, out var mark) && mark.ValueKind == JsonValueKind.Number ? mark : null;

    private static Result<ImmutableArray<ProblemDialogue>> Failure(string code, string message, DiagnosticLocation? location) =>
        Result.Failure<ImmutableArray<ProblemDialogue>>(Diagnostic.Error(
            code, message, location, $"set {DataFolder.EnvironmentVariable} to the folder that holds dialogues/"));
}
