using System.Text;
using NlOpt.Modeling;

namespace NlOpt.Dialogue.Files;

/// <summary>Files of conversations, UTF-8. A file is replaced whole or not at all.</summary>
public static class TranscriptFile
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Loads a conversation.</summary>
    /// <param name="path">The file.</param>
    /// <returns>
    /// The conversation; or <c>transcript.not-found</c>, <c>transcript.unreadable</c>, <c>transcript.encoding</c>, or errors as for
    /// <see cref="TranscriptJson.Read(string)"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The path is blank.</exception>
    public static Result<SavedTranscript> Load(string path)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        var location = new DiagnosticLocation(Source: path);
        if (!File.Exists(path)) return Failure("transcript.not-found", $"there is no file '{path}'", null);
        try
        {
            return TranscriptJson.Read(StrictUtf8.GetString(File.ReadAllBytes(path)).TrimStart('\uFEFF'));
        }
        catch (DecoderFallbackException)
        {
            return Failure("transcript.encoding", "the file is not UTF-8 text", location);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Failure("transcript.unreadable", exception.Message, location);
        }
    }

    /// <summary>Saves a conversation in our own format.</summary>
    /// <returns>The full path; or <c>output.unwritable</c>.</returns>
    /// <exception cref="ArgumentException">The path is blank.</exception>
    public static Result<string> Save(string path, SavedTranscript saved) => Replace(path, TranscriptJson.Write(saved));

    /// <summary>Saves a conversation in the format of the published dialogues.</summary>
    /// <returns>The full path; or <c>output.unwritable</c>.</returns>
    /// <exception cref="ArgumentException">The path is blank.</exception>
    public static Result<string> Save(string path, PublishedDialogue dialogue) => Replace(path, PublishedDialogueJson.Write(dialogue));

    private static Result<string> Replace(string path, string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(path);
        try
        {
            var full = Path.GetFullPath(path);
            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            File.WriteAllBytes(full + ".partial", StrictUtf8.GetBytes(text));
            File.Move(full + ".partial", full, overwrite: true);
            return Result.Success(full);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            return Result.Failure<string>(Diagnostic.Error(
                "output.unwritable", $"it cannot be written: {error.Message}", new DiagnosticLocation(Source: path)));
        }
    }

    private static Result<SavedTranscript> Failure(string code, string message, DiagnosticLocation? location) =>
        Result.Failure<SavedTranscript>(Diagnostic.Error(code, message, location));
}
