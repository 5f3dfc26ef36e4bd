using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace NlOpt.Modeling;

/// <summary>
/// A value, or the diagnostics that say why there is none. Expected failures (ambiguous text, malformed files) travel this way;
/// exceptions are for bugs in the caller.
/// </summary>
/// <typeparam name="T">Type of the value.</typeparam>
public sealed class Result<T>
{
    private readonly T? _value;

    private Result(T? value, bool isSuccess, ImmutableArray<Diagnostic> diagnostics)
    {
        _value = value;
        IsSuccess = isSuccess;
        Diagnostics = diagnostics;
    }

    /// <summary>True when there is a value. Warnings may stand beside it.</summary>
    public bool IsSuccess { get; }

    /// <summary>The findings, in the order they were made; at least one error when <see cref="IsSuccess"/> is false.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">There is none; the message holds the diagnostics.</exception>
    public T Value => IsSuccess
        ? _value!
        : throw new InvalidOperationException("There is no value: " + string.Join("; ", Diagnostics));

    /// <summary>Gives the value where there is one.</summary>
    public bool TryGetValue([MaybeNullWhen(false)] out T value)
    {
        value = _value;
        return IsSuccess;
    }

    internal static Result<T> Make(T? value, bool isSuccess, ImmutableArray<Diagnostic> diagnostics) => new(value, isSuccess, diagnostics);
}

/// <summary>Makes results.</summary>
public static class Result
{
    /// <summary>A value, with findings that did not prevent it.</summary>
    public static Result<T> Success<T>(T value, params ImmutableArray<Diagnostic> diagnostics) =>
        Result<T>.Make(value, true, diagnostics.IsDefault ? [] : diagnostics);

    /// <summary>No value.</summary>
    /// <exception cref="ArgumentException">No diagnostic is an error.</exception>
    public static Result<T> Failure<T>(params ImmutableArray<Diagnostic> diagnostics)
    {
        if (diagnostics.IsDefault || !diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
            throw new ArgumentException("A failure needs at least one error diagnostic.", nameof(diagnostics));
        return Result<T>.Make(default, false, diagnostics);
    }
}
