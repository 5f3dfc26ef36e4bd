using System.Collections.Immutable;
using System.Text;

namespace NlOpt.Modeling;

/// <summary>
/// A file format for models. What is written reads back as exactly the same model: every name, number, kind and order. Files are
/// untrusted: whatever they hold, reading ends with a model or with diagnostics that name line and column, never with an exception.
/// The dialects are described in docs/reference/model-formats.md.
/// </summary>
public abstract class ModelFormat
{
    /// <summary>The longest text that is read, in UTF-16 units; longer ones are refused.</summary>
    /// <value>256 Mi.</value>
    public const int MaximumLength = 256 * 1024 * 1024;

    private protected ModelFormat(string name) => Name = name;

    /// <summary>The LP format in the dialect of CPLEX.</summary>
    public static ModelFormat Lp { get; } = new LpFormat();

    /// <summary>The MPS format: fixed and free are read, free is written.</summary>
    public static ModelFormat Mps { get; } = new MpsFormat();

    /// <summary>NlOpt's own JSON format, version 1; docs/reference/model-json.md holds its schema.</summary>
    public static ModelFormat Json { get; } = new JsonFormat();

    /// <summary>Every format that can be read and written.</summary>
    public static ImmutableArray<ModelFormat> All => [Lp, Mps, Json];

    /// <summary>Lower-case name such as <c>lp</c>; also the file extension without its point.</summary>
    public string Name { get; }

    /// <summary>The format that a file name asks for by its extension, in any case; null when it is none of them.</summary>
    public static ModelFormat? ForPath(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        var extension = Path.GetExtension(path);
        return All.FirstOrDefault(format => extension.Equals("." + format.Name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The model as text, with <c>\n</c> line ends.</summary>
    public string Write(Model model)
    {
        ArgumentNullException.ThrowIfNull(model);
        return WriteText(model);
    }

    /// <summary>Reads a model.</summary>
    /// <param name="text">The untrusted text; a leading byte order mark is allowed.</param>
    /// <param name="source">Name of the file for messages; null for none.</param>
    /// <returns>The model, perhaps with warnings, or the first error.</returns>
    public Result<Model> Read(string text, string? source = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        var input = new FormatInput(text.StartsWith('\uFEFF') ? text[1..] : text, source);
        try
        {
            CheckText(input);
            var model = ReadText(input);
            return Result.Success(model, input.Warnings);
        }
        catch (MalformedInputException malformed)
        {
            return Result.Failure<Model>([.. input.Warnings, malformed.Diagnostic]);
        }
    }

    /// <summary>Reads a model from the bytes of a file, which must be UTF-8; a byte order mark is allowed.</summary>
    /// <param name="bytes">The untrusted bytes.</param>
    /// <param name="source">Name of the file for messages; null for none.</param>
    /// <returns>The model, perhaps with warnings, or the first error.</returns>
    public Result<Model> Read(ReadOnlySpan<byte> bytes, string? source = null)
    {
        try
        {
            return Read(new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes), source);
        }
        catch (DecoderFallbackException bad)
        {
            var before = Encoding.UTF8.GetString(bytes[..Math.Clamp(bad.Index, 0, bytes.Length)]);
            var column = before.Length - before.LastIndexOf('\n');
            return Result.Failure<Model>(Diagnostic.Error(
                "format.encoding",
                "this is not text in UTF-8",
                new DiagnosticLocation(before.Count(c => c == '\n') + 1, column, source),
                "save the file as UTF-8"));
        }
    }

    private protected abstract string WriteText(Model model);

    private protected abstract Model ReadText(FormatInput input);

    private static void CheckText(FormatInput input)
    {
        var text = input.Text;
        if (text.Length > MaximumLength) throw input.Error("format.too-large", $"the text is longer than {MaximumLength} characters");
        if (string.IsNullOrWhiteSpace(text)) throw input.Error("format.empty", "there is nothing to read");
        int line = 1, start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\n')
            {
                line++;
                start = i + 1;
            }
            else if (char.IsSurrogate(text[i]))
            {
                if (i + 1 == text.Length || !char.IsSurrogatePair(text[i], text[i + 1]))
                    throw input.Error("format.encoding", "there is half a surrogate pair: this is not well-formed Unicode", new(line, i - start + 1));
                i++;
            }
            else if (char.IsControl(text[i]) && text[i] is not ('\r' or '\t'))
            {
                throw input.Error(
                    "format.binary", $"there is a control character (code {(int)text[i]}): this is not a text file", new(line, i - start + 1));
            }
        }
    }
}
