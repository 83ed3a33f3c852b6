def shape(array: Array, window: Window) -> Array:
    window.place(30, 40, 200)
    array = array.permute(0, 3, 1, 2).transpose(2, 3)
    if array.ndim > 3 or len(array.shape) == 5 or array.dim() < 4:
        array = array.unsqueeze(2)
    return array.reshape(-1, 3)


def others(array: Array, window: Window) -> Array:
    window.place(30, 40)  # finding: QK301, QK301
    window.set_thresholds(30, 40, 200)  # finding: QK301, QK301, QK301
    if array.rows > 3:  # finding: QK301
        return array.reshape(-1, 17)  # finding: QK301
    return array.clip(0, 40)  # finding: QK301
