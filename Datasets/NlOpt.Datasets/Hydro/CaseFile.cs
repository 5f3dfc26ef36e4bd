using System.Security.Cryptography;
using System.Text;
using NlOpt.Modeling;

namespace NlOpt.Datasets.Hydro;

/// <summary>A file of a case as text.</summary>
/// <param name="Source">What messages call it: its path.</param>
/// <param name="Text">What it holds.</param>
/// <param name="Sha256">Of its bytes, in lower-case hexadecimal.</param>
internal sealed record CaseFile(string Source, string Text, string Sha256)
{
    /// <summary>The published files stay below 100 kB; this only keeps a mistaken path from filling the memory.</summary>
    public const long LargestBytes = 64L << 20;

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static Result<CaseFile> Read(string path)
    {
        var location = new DiagnosticLocation(Source: path);
        try
        {
            var file = new FileInfo(path);
            if (!file.Exists)
                return Failure("data.not-found", $"there is no file '{file.Name}'", "a case has PowerModels.json, hydro.json and inflows.csv");
            if (file.Length > LargestBytes)
                return Failure("data.too-large", $"{file.Length >> 20} MiB are more than {LargestBytes >> 20}", "name the folder of a case");
            return Decode(path, File.ReadAllBytes(path));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return Failure("data.unreadable", exception.Message, "make the file readable");
        }

        Result<CaseFile> Failure(string code, string message, string remedy) =>
            Result.Failure<CaseFile>(Diagnostic.Error(code, message, location, remedy));
    }

    public static Result<CaseFile> Decode(string source, byte[] bytes)
    {
        var location = new DiagnosticLocation(Source: source);
        try
        {
            var text = StrictUtf8.GetString(bytes).TrimStart('\uFEFF');
            return string.IsNullOrWhiteSpace(text)
                ? Result.Failure<CaseFile>(Diagnostic.Error("data.empty", "the file is empty", location, "get the file again"))
                : Result.Success(new CaseFile(source, text, Convert.ToHexStringLower(SHA256.HashData(bytes))));
        }
        catch (DecoderFallbackException)
        {
            return Result.Failure<CaseFile>(Diagnostic.Error("data.encoding", "the file is not UTF-8 text", location, "save it as UTF-8"));
        }
    }

    /// <summary>Reads the text with a reader that throws at the first fault.</summary>
    public Result<T> Parse<T>(Func<string, T> read)
    {
        try
        {
            return Result.Success(read(Text));
        }
        catch (MalformedCaseException fault)
        {
            var location = new DiagnosticLocation(fault.Line, fault.Column, Source);
            return Result.Failure<T>(Diagnostic.Error(fault.Code, fault.Message, location, fault.Remedy));
        }
    }
}
